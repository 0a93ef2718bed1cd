"""A date says that it is critical, or nearly so, with the threshold."""

from tests.app.reading import read

URL = "/settings/thresholds"
TRAINING, OPTION = "/dates/1516.training", "/dates/1516.option-exercised"
NEARLY = "Nearly critical: a float of 61 days or less."


def test_it_is_nearly_critical_by_the_threshold_that_holds(english):
    assert "nearly critical" not in read(english, TRAINING)
    english.post(URL, data={"critical_by": "float", "near_critical_float": "61"})
    told = read(english, TRAINING)
    assert "nearly critical" in told
    assert NEARLY in told


def test_it_is_critical_by_the_threshold_that_holds(english):
    english.post(URL, data={"critical_by": "float", "critical_float": "61"})
    told = read(english, TRAINING)
    assert "Critical: a float of 61 days or less." in told
    assert NEARLY not in told


def test_a_date_without_float_is_critical(english):
    english.post(URL, data={"critical_by": "float"})
    assert "Critical: a float of 0 days or less." in read(english, OPTION)


def test_a_limit_says_nothing_of_it(english):
    english.post(URL, data={"critical_by": "float", "critical_float": "3650"})
    assert "Critical:" not in read(english, "/dates/1516.option-limit")
