"""Rows, by area; importing this package declares every table."""

from app.store.tables.agreements import (
    AgreementAnnexRow,
    AgreementPartyRow,
    AgreementRow,
    LetterRow,
    StoredFileRow,
)
from app.store.tables.baselines import BaselineRow
from app.store.tables.capacity import (
    DemandRow,
    EmployeeCountRow,
    ResourceRow,
    SupplyRow,
)
from app.store.tables.circumstances import (
    AcceptedConflictRow,
    BindingMemberRow,
    BindingRow,
    ClosedPeriodRow,
    ComponentRow,
)
from app.store.tables.commitments import (
    CommitmentFactRow,
    CouncilBudgetLineRow,
    CouncilTaskRow,
    DecisionPointRow,
)
from app.store.tables.facts import (
    BudgetLineRow,
    DecisionRow,
    MoneyFigureRow,
    ReportRow,
)
from app.store.tables.feeds import FeedRow
from app.store.tables.history import ChangeItemRow, ChangeRow, SeedRow
from app.store.tables.meetings import CaseLeadRow, MeetingRow, MeetingRuleRow
from app.store.tables.money import AssumptionRow, MoneyPartRow, OwnFigureRow
from app.store.tables.places import MunicipalityRow, RegionRow, TrustRow
from app.store.tables.plans import (
    DeadlineRow,
    MilestoneRow,
    PlacementRow,
    PlanRow,
    TemplateActivityRow,
    TemplateLinkRow,
    TrustPlacementRow,
    WaveRow,
)
from app.store.tables.programme import (
    KeyFigureRow,
    ListItemRow,
    ProgrammeFactRow,
    ProgrammeRow,
    SourceRow,
)
from app.store.tables.proposals import ProposalAnswerRow, ProposalRow
from app.store.tables.quality import QualityScoreRow, ThresholdRow
from app.store.tables.reminders import (
    ClockLeaseRow,
    JobRunRow,
    ReminderMailRow,
    ReminderRecipientRow,
    ReminderSentRow,
    ReminderSettingRow,
)
from app.store.tables.scenarios import ScenarioChangeRow, ScenarioRow
from app.store.tables.shared_costs import CostKeyRow, SharedCostRow
from app.store.tables.shares import (
    AnnouncedChangeRow,
    BoardMeetingRow,
    ShareAnnexRow,
    ShareEntryRow,
    ShareOwnerRow,
)
from app.store.tables.vintages import (
    KnownAfterwardsRow,
    StatementRow,
    VintageDeadlineRow,
    VintageRow,
)
from app.store.tables.visits import LastVisitRow

__all__ = [
    "AcceptedConflictRow",
    "AgreementAnnexRow",
    "AgreementPartyRow",
    "AgreementRow",
    "AnnouncedChangeRow",
    "AssumptionRow",
    "BaselineRow",
    "BindingMemberRow",
    "BindingRow",
    "BoardMeetingRow",
    "BudgetLineRow",
    "CaseLeadRow",
    "ChangeItemRow",
    "ChangeRow",
    "ClockLeaseRow",
    "ClosedPeriodRow",
    "CommitmentFactRow",
    "ComponentRow",
    "CostKeyRow",
    "CouncilBudgetLineRow",
    "CouncilTaskRow",
    "DeadlineRow",
    "DecisionPointRow",
    "DecisionRow",
    "DemandRow",
    "EmployeeCountRow",
    "FeedRow",
    "JobRunRow",
    "KeyFigureRow",
    "KnownAfterwardsRow",
    "LastVisitRow",
    "LetterRow",
    "ListItemRow",
    "MeetingRow",
    "MeetingRuleRow",
    "MilestoneRow",
    "MoneyFigureRow",
    "MoneyPartRow",
    "MunicipalityRow",
    "OwnFigureRow",
    "PlacementRow",
    "PlanRow",
    "ProgrammeFactRow",
    "ProgrammeRow",
    "ProposalAnswerRow",
    "ProposalRow",
    "QualityScoreRow",
    "RegionRow",
    "ReminderMailRow",
    "ReminderRecipientRow",
    "ReminderSentRow",
    "ReminderSettingRow",
    "ReportRow",
    "ResourceRow",
    "ScenarioChangeRow",
    "ScenarioRow",
    "SeedRow",
    "ShareAnnexRow",
    "ShareEntryRow",
    "ShareOwnerRow",
    "SharedCostRow",
    "SourceRow",
    "StatementRow",
    "StoredFileRow",
    "SupplyRow",
    "TemplateActivityRow",
    "TemplateLinkRow",
    "ThresholdRow",
    "TrustPlacementRow",
    "TrustRow",
    "VintageDeadlineRow",
    "VintageRow",
    "WaveRow",
]
