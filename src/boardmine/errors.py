"""The errors of boardmine, one tree.

    BoardmineError
    ├── InputError             one file cannot be read; the rest of a run goes on
    │   ├── MissingFile        no such file, or not a file
    │   ├── EmptyFile          no bytes
    │   ├── UnknownFormat      the bytes are none of the formats that can be read
    │   ├── UnknownEncoding    text in no encoding that can be recognised
    │   ├── EncryptedFile      a password is needed
    │   ├── DamagedFile        the format is known, the content broken
    │   ├── FileTooLarge       over the limits of size, pages, nesting or expansion
    │   ├── NoText             pages, but not one word on them
    │   └── BadSidecar         NAME.meta.json is not what it should be
    ├── SettingError           a YAML file that steers boardmine is wrong: names file and line
    │   ├── CatalogueError     one under schemas/
    │   └── ConfigurationError a run configuration
    ├── RecordError            a JSON line is not a record
    ├── FetchError             papers cannot be got from a council's site; what is held stays
    │   ├── AddressRefused     an address outside the named site, a private one, another scheme
    │   ├── SiteUnreachable    no answer, or none but errors, after several tries
    │   ├── RobotsRefused      robots.txt does not allow it
    │   ├── AnswerRefused      an answer that is not what it should be, or too large, or too slow
    │   ├── NotPublished       there is nothing at an address
    │   ├── NoSuchCommittee    the site has none of that name
    │   ├── FolderInUse        another fetch is at work in the folder
    │   └── BadManifest        the list of what is held in a folder cannot be read
    ├── ExtraMissing           a part of boardmine needs a library that is not installed
    ├── ReviewRefused          the review may not, or cannot, be served as asked
    ├── ClusterError           the cluster that is to read papers
    ├── SharedPlaceError       the place where its workers leave what they read
    └── StoreError             the database
        ├── StoreMissing       no database at that path
        ├── StoreLocked        another process holds it
        ├── StoreFull          its disk has no room left
        ├── StoreVersion       written by a newer boardmine
        ├── QueryError         SQL that does not run, or would write
        └── DecidedMeanwhile   somebody else has reviewed the same number

Bad data inside a readable document is never an exception: it becomes a finding or an entry of the ledger.
The command line turns each of these into one line on standard error and an exit status (`exit_status`).
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar


class BoardmineError(Exception):
    """Root of all errors that boardmine raises on purpose. `exit_status` is what the command line ends with."""

    exit_status: ClassVar[int] = 1


class InputError(BoardmineError):
    """One input file cannot be read. Carries the path and the reason, in words for an officer."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = str(path)
        self.reason = reason

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        """Errors cross process borders; the default would hand one string to a two-argument constructor."""
        return type(self), (self.path, self.reason)


class MissingFile(InputError):
    """There is no file at the path."""


class EmptyFile(InputError):
    """The file has no bytes, or nothing but white space."""


class UnknownFormat(InputError):
    """The bytes are not PDF, DOCX, HTML, Markdown or plain text."""


class UnknownEncoding(InputError):
    """The bytes look like text but decode in no encoding that makes sense."""


class EncryptedFile(InputError):
    """The file needs a password."""


class DamagedFile(InputError):
    """The format is recognised but the content cannot be read."""


class FileTooLarge(InputError):
    """The file is over a limit that protects time and memory."""


class NoText(InputError):
    """The file has pages but no text at all, as a scan has."""


class BadSidecar(InputError):
    """The sidecar `NAME.meta.json` is not a JSON object with the known keys."""


class SettingError(BoardmineError):
    """A YAML file that steers boardmine is wrong. Names the file and, where it can be known, the line (1-based)."""

    exit_status = 2

    def __init__(self, path: Path | str, line: int | None, reason: str) -> None:
        where = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{where}: {reason}")
        self.path = str(path)
        self.line = line
        self.reason = reason


class CatalogueError(SettingError):
    """A file of the catalogue is wrong."""


class ConfigurationError(SettingError):
    """A run configuration is wrong, or there is none of that name."""


class RecordError(BoardmineError):
    """A line of a JSON lines file is not a record in the form of the specification."""

    exit_status = 2


class FetchError(BoardmineError):
    """Papers cannot be got from a council's site. What is held stays as it is."""


class AddressRefused(FetchError):
    """An address that is not contacted: outside the named site, private, of another scheme than HTTP."""


class SiteUnreachable(FetchError):
    """The site does not answer, or answers with errors, after several tries."""


class RobotsRefused(FetchError):
    """The site's robots.txt does not allow the address to programs like this one."""


class AnswerRefused(FetchError):
    """What the site answered is not what it should be, is too large, or takes too long."""


class NotPublished(FetchError):
    """There is nothing at the address, or not for everybody."""


class NoSuchCommittee(FetchError):
    """The site has no committee of that name. Says which are alike."""

    exit_status = 2


class FolderInUse(FetchError):
    """Another fetch is at work in the folder."""


class BadManifest(FetchError):
    """The list of what is held in a folder cannot be read."""


class StoreError(BoardmineError):
    """The database cannot be used."""

    exit_status = 3


class StoreMissing(StoreError):
    """There is no database at the path."""


class StoreLocked(StoreError):
    """Another process holds the database."""


class StoreFull(StoreError):
    """The disk of the database has no room left. What was written before is whole."""


class StoreVersion(StoreError):
    """The database was written by a newer boardmine."""


class QueryError(StoreError):
    """A query that does not parse, does not run, or would write."""


class DecidedMeanwhile(StoreError):
    """A decision about a number that somebody else has decided about since it was looked at."""


class ExtraMissing(BoardmineError):
    """A part of boardmine needs a library that is not installed with it by default."""

    exit_status = 2


class ReviewRefused(BoardmineError):
    """The review may not, or cannot, be served at the address that was asked for."""

    exit_status = 2


class ClusterError(BoardmineError):
    """A cluster cannot be reached, has no workers, or others than this boardmine."""

    exit_status = 3


class SharedPlaceError(BoardmineError):
    """A shared place cannot be written or read."""

    exit_status = 3
