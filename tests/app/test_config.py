"""Settings: the environment, the secret key, where the data is."""

import stat
from pathlib import Path

import pytest

from app import config
from app.config import ConfigError


def test_the_database_is_a_file_of_the_installation(tmp_path: Path) -> None:
    values = config.settings({}, tmp_path)
    assert (
        values["SQLALCHEMY_DATABASE_URI"] == f"sqlite:///{tmp_path}/bolgeplan.sqlite3"
    )


def test_the_environment_names_another_database(tmp_path: Path) -> None:
    values = config.settings({"DATABASE_URL": "postgresql://db/plan"}, tmp_path)
    assert values["SQLALCHEMY_DATABASE_URI"] == "postgresql://db/plan"


def test_the_environment_overrides_what_it_may() -> None:
    environment = {
        "BOLGEPLAN_MAX_CONTENT_LENGTH": "2048",
        "BOLGEPLAN_SESSION_COOKIE_SECURE": "yes",
        "BOLGEPLAN_SECRET_KEY": "a long random text",
        "BOLGEPLAN_DEMONSTRATION": "1",
        "BOLGEPLAN_MAX_FORM_PARTS": "",
    }
    assert config.read_environment(environment) == {
        "MAX_CONTENT_LENGTH": 2048,
        "SESSION_COOKIE_SECURE": True,
        "SECRET_KEY": "a long random text",
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("BOLGEPLAN_MAX_CONTENT_LENGTH", "1 MB"),
        ("BOLGEPLAN_MAX_CONTENT_LENGTH", "0"),
        ("BOLGEPLAN_MAX_CONTENT_LENGTH", "-1"),
        ("BOLGEPLAN_LONGEST_FILE", "50000000"),
        ("BOLGEPLAN_SESSION_COOKIE_SECURE", "maybe"),
    ],
)
def test_a_setting_that_cannot_be_read_is_named(name: str, text: str) -> None:
    with pytest.raises(ConfigError, match=name):
        config.read_environment({name: text})


@pytest.mark.parametrize("text", ["0", "false", "No"])
def test_no_is_no(text: str) -> None:
    assert config.read_flag(text) is False


def test_the_data_may_stand_elsewhere(tmp_path: Path) -> None:
    assert config.instance_folder({"BOLGEPLAN_INSTANCE": str(tmp_path)}) == tmp_path
    assert config.instance_folder({}) == config.TOP / "instance"


def test_the_key_is_made_once_and_read_by_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "instance"
    key = config.secret_key(folder)
    assert len(key) == 64
    assert config.secret_key(folder) == key
    mode = (folder / config.SECRET_NAME).stat().st_mode
    assert stat.S_IMODE(mode) == 0o600
    assert [path.name for path in folder.iterdir()] == [config.SECRET_NAME]


def test_of_two_processes_that_make_the_key_the_first_one_wins(tmp_path: Path) -> None:
    key = config.secret_key(tmp_path)
    config.write_secret(tmp_path / config.SECRET_NAME)
    assert config.secret_key(tmp_path) == key
    assert len([*tmp_path.iterdir()]) == 1


@pytest.mark.parametrize("text", ["", "short", "æøå" * 20])
def test_a_file_that_is_no_key_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / config.SECRET_NAME).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=config.SECRET_NAME):
        config.secret_key(tmp_path)


def test_a_folder_that_cannot_be_written_names_the_way_out(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    with pytest.raises(ConfigError, match="BOLGEPLAN_SECRET_KEY"):
        config.secret_key(in_the_way / "instance")
