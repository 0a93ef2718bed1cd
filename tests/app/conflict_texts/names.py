"""Names for tests: each tells which question was asked."""


class Names:
    """What a few things are called."""

    def municipality(self, number: str) -> str:
        return {"1516": "Ulstein", "1517": "Hareid"}[number]

    def wave(self, code: str) -> str:
        return code

    def activity(self, key: str) -> str:
        return {"training": "Training", "preproject": "Pre-project"}[key]

    def trust(self, code: str) -> str:
        return {"HMR": "Møre and Romsdal trust"}[code]

    def region(self, key: str) -> str:
        return {"sore-sunnmore": "Søre Sunnmøre"}[key]

    def binding(self, key: str) -> str:
        return {"islands": "The islands together"}[key]

    def component(self, key: str) -> str:
        return {"sfm": "The prescription module"}[key]

    def closed_period(self, key: str) -> str:
        return {"july": "July"}[key]

    def resource(self, key: str) -> str:
        return {"trainers": "Trainers"}[key]

    def node(self, id: str) -> str:
        owner, __, key = id.partition(".")
        return f"{self.municipality(owner)}: {self.activity(key).lower()}"
