"""The work that a document tells of: who publishes it, its projects, its children, its practice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..models import Assignment, Named, Practice, Section
from ..vocabulary import Vocabularies
from .funding import FundingReader, load_funding_reader
from .gazetteer import Gazetteer
from .groups import GroupDetector, load_group_detector
from .organisations import OrganisationDetector, load_organisation_detector
from .practice import PracticeReader, load_practice_reader
from .projects import ProjectDetector, load_project_detector
from .reading import Reading


@dataclass(frozen=True, slots=True)
class Work:
    """The fields of a record that tell of the work, each with its evidence."""

    organisation: Named | None
    projects: tuple[Named, ...]
    age_groups: tuple[Assignment, ...]
    activities: tuple[Assignment, ...]
    practice: Practice


@dataclass(frozen=True)
class WorkReader:
    """Reads the work; built once, pure, safe for threads."""

    organisations: OrganisationDetector
    projects: ProjectDetector
    groups: GroupDetector
    practice: PracticeReader
    funding: FundingReader

    def read(self, reading: Reading, sections: Sequence[Section]) -> Work:
        """What the document states; empty where it does not."""
        return Work(
            organisation=self.organisations.detect(reading),
            projects=self.projects.detect(reading),
            age_groups=self.groups.age_groups(reading),
            activities=self.groups.activities_of(reading),
            practice=Practice(self.practice.read(reading, sections), self.funding.read(reading)),
        )


def load_work_reader(vocabularies: Vocabularies, gazetteer: Gazetteer) -> WorkReader:
    """Build the reader from the vocabularies and the names of places. Raises VocabularyError."""
    return WorkReader(
        organisations=load_organisation_detector(vocabularies, gazetteer),
        projects=load_project_detector(vocabularies),
        groups=load_group_detector(vocabularies),
        practice=load_practice_reader(vocabularies),
        funding=load_funding_reader(vocabularies),
    )
