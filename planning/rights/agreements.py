"""Agreements: which version holds for whom on a day, and which are missing.

Days are ordinals, and all of them are inside. An agreement begins on the day that it
says, or else on the last on which it may have been signed: what isn't sure to have
begun does not hold. Of several versions the newest that has begun holds, for those
who are parties to it; who is not stays with the one before.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from planning.rights.chain import ChainState, Fact, FactKind, Origin


class AgreementKind(StrEnum):
    """What an agreement is, in the order of the chain; the values stand in files."""

    OPTION = "option"
    PREPROJECT = "preproject"
    COOPERATION = "cooperation"
    SHAREHOLDERS = "shareholders"
    SERVICE = "service"


class Standing(StrEnum):
    """How an agreement stands on a day; the values stand in addresses."""

    IN_FORCE = "in-force"
    AHEAD = "ahead"
    SIGNED = "signed"
    """Signed already, on a day that isn't known: perhaps not begun."""
    ENDED = "ended"
    REPLACED = "replaced"
    UNDATED = "undated"


FACT_OF: Mapping[AgreementKind, FactKind] = {
    AgreementKind.OPTION: FactKind.OPTION_AGREEMENT,
    AgreementKind.PREPROJECT: FactKind.PREPROJECT_AGREED,
    AgreementKind.COOPERATION: FactKind.COOPERATION_ACCEDED,
    AgreementKind.SHAREHOLDERS: FactKind.SHAREHOLDERS_ACCEDED,
    AgreementKind.SERVICE: FactKind.SERVICE_SIGNED,
}
"""What has happened where an agreement of the kind is signed."""

ASKED_BY: Mapping[FactKind, tuple[AgreementKind, ...]] = {
    FactKind.OPTION_AGREEMENT: (AgreementKind.OPTION,),
    FactKind.PREPROJECT_AGREED: (AgreementKind.PREPROJECT,),
    FactKind.COOPERATION_ACCEDED: (AgreementKind.COOPERATION,),
    FactKind.SHAREHOLDERS_ACCEDED: (AgreementKind.SHAREHOLDERS,),
    FactKind.SHARES_BOUGHT: (AgreementKind.COOPERATION, AgreementKind.SHAREHOLDERS),
    FactKind.SERVICE_SIGNED: (AgreementKind.SERVICE,),
    FactKind.IN_PRODUCTION: (AgreementKind.SERVICE,),
}
"""The agreements that there have to be where a stage of the chain is reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One version of an agreement; `replaces` is the id of the version before.

    `parties` are municipalities; `has_others` says whether somebody else signed too.
    It was signed some day from `signed_first` to `signed_last`.
    """

    id: int
    kind: AgreementKind
    parties: frozenset[str] = frozenset()
    has_others: bool = False
    signed_first: int | None = None
    signed_last: int | None = None
    precision: str = "day"
    valid_from: int | None = None
    valid_to: int | None = None
    notice_months: int | None = None
    case_number: str = ""
    sources: tuple[str, ...] = ()
    replaces: int | None = None

    @property
    def begins(self) -> int | None:
        """The day from which it surely holds; None where nobody has said."""
        return self.signed_last if self.valid_from is None else self.valid_from

    def has_begun(self, day: int) -> bool:
        """Whether it surely holds, or has held, on a day."""
        return self.begins is not None and self.begins <= day

    def may_have_begun(self, day: int) -> bool:
        """Whether it begins when it was signed, and that may have been by a day."""
        is_by_signature = self.valid_from is None and self.signed_first is not None
        return is_by_signature and (self.signed_first or 0) <= day

    def has_ended(self, day: int) -> bool:
        """Whether its time is over."""
        return self.valid_to is not None and self.valid_to < day


@dataclass(frozen=True, slots=True)
class Lacking:
    """An agreement that there ought to be and that is not in the register.

    `stage` is the first stage reached that asks for it; `is_told` says whether it is
    known to have been made all the same.
    """

    municipality: str
    kind: AgreementKind
    stage: FactKind
    is_told: bool


class Register:
    """All agreements, with the versions that belong together."""

    def __init__(self, agreements: Collection[Agreement]) -> None:
        self.agreements = tuple(sorted(agreements, key=lambda it: it.id))
        self._by_id = {it.id: it for it in self.agreements}
        self._next: dict[int, list[Agreement]] = {}
        for it in self.agreements:
            if it.replaces is not None:
                self._next.setdefault(it.replaces, []).append(it)

    def newer(self, agreement: Agreement) -> tuple[Agreement, ...]:
        """Every later version, however many there are between."""
        found: dict[int, Agreement] = {}
        waiting = [agreement.id]
        while waiting:
            for it in self._next.get(waiting.pop(), ()):
                if it.id not in found and it.id != agreement.id:
                    found[it.id] = it
                    waiting.append(it.id)
        return tuple(found.values())

    def older(self, agreement: Agreement) -> tuple[Agreement, ...]:
        """Every version before, the nearest first."""
        found: list[Agreement] = []
        seen = {agreement.id}
        before = self._by_id.get(agreement.replaces or 0)
        while before is not None and before.id not in seen:
            found.append(before)
            seen.add(before.id)
            before = self._by_id.get(before.replaces or 0)
        return tuple(found)

    def versions(self, agreement: Agreement) -> tuple[Agreement, ...]:
        """All versions that it is one of, the oldest first."""
        first = (*reversed(self.older(agreement)), agreement)[0]
        return (first, *sorted(self.newer(first), key=_age))

    def standing(self, agreement: Agreement, day: int) -> Standing:
        """How it stands; replaced once it holds for none of its municipalities."""
        if agreement.has_ended(day):
            return Standing.ENDED
        if agreement.begins is None:
            return Standing.UNDATED
        if not agreement.has_begun(day):
            return Standing.SIGNED if agreement.may_have_begun(day) else Standing.AHEAD
        newer = [it for it in self.newer(agreement) if it.has_begun(day)]
        moved_on = frozenset[str]().union(*(it.parties for it in newer))
        if newer and agreement.parties <= moved_on:
            return Standing.REPLACED
        return Standing.IN_FORCE

    def in_force(self, municipality: str, day: int) -> tuple[Agreement, ...]:
        """What holds for a municipality, in the order of the chain."""
        found = [it for it in self.agreements if self._holds_for(it, municipality, day)]
        return tuple(
            sorted(found, key=lambda it: (list(FACT_OF).index(it.kind), it.id))
        )

    def _holds_for(self, agreement: Agreement, municipality: str, day: int) -> bool:
        return (
            municipality in agreement.parties
            and agreement.has_begun(day)
            and not agreement.has_ended(day)
            and not any(
                municipality in it.parties and it.has_begun(day)
                for it in self.newer(agreement)
            )
        )

    def facts(self) -> Iterator[Fact]:
        """What is signed, as facts of the chain: by each party once, and dated."""
        for it in self.agreements:
            if it.signed_first is None or it.signed_last is None:
                continue
            before = frozenset[str]().union(*(old.parties for old in self.older(it)))
            for number in sorted(it.parties - before):
                yield Fact(
                    municipality=number,
                    kind=FACT_OF[it.kind],
                    first=it.signed_first,
                    last=it.signed_last,
                    precision=it.precision,
                    case_number=it.case_number,
                    sources=it.sources,
                    origin=Origin.AGREEMENT,
                    key=it.id,
                )


def lacking(
    register: Register, state: ChainState, municipality: str, day: int
) -> tuple[Lacking, ...]:
    """The agreements that the stages reached ask for and that don't hold."""
    there = {it.kind for it in register.in_force(municipality, day)}
    found: dict[AgreementKind, Lacking] = {}
    for stage in state.stages:
        for kind in ASKED_BY.get(stage, ()) if stage in state.held else ():
            if kind not in there and FACT_OF[kind] in state.stages:
                is_told = FACT_OF[kind] in state.held
                found.setdefault(kind, Lacking(municipality, kind, stage, is_told))
    return tuple(found[it] for it in AgreementKind if it in found)


def can_replace(register: Register, agreement: Agreement) -> tuple[Agreement, ...]:
    """What an agreement can be the next version of: its kind, and no later version."""
    later = {it.id for it in register.newer(agreement)}
    return tuple(
        it
        for it in register.agreements
        if it.kind is agreement.kind and it.id != agreement.id and it.id not in later
    )


def _age(agreement: Agreement) -> tuple[bool, int, int]:
    """Versions by the day they begin, those without one last."""
    begins = agreement.begins
    return begins is None, begins or 0, agreement.id
