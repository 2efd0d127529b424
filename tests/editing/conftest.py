"""People signed in at the desk, and an article with seven figures in its text."""

import pytest
from django.test import Client

from tests import cast
from tracker.ledger.models import Article

TEXT = """\
Neighbour backs talks as the war of the river goes on

Around 1,000 have reportedly died from the two sides since last month.

According to the River News Agency, the civilian toll in the South has surpassed 60, including 25 who died in two \
strikes that levelled rows of houses in Port City.

The ministry of the North said that it recorded 40 more deaths on Thursday, taking its overall death toll to 874.

Later on Thursday, President Vane said nearly 5,000 people have been killed in the fighting over the river.

"There are many casualties from both sides, more than 2,000 from each side," Vane told a meeting.
"""


@pytest.fixture
def article(the_cast: None, db: None) -> Article:
    """An article of The Daily River with its text, in a ledger that knows the war and its ministries."""
    cast.make_conflict()
    cast.north_ministry()
    cast.south_ministry()
    cast.agency()
    return cast.make_article("Neighbour backs talks", text=TEXT, url="https://daily.example/talks")


@pytest.fixture
def desk(client: Client, the_cast: None, db: None) -> Client:
    """The desk as Nour, an editor, sees it."""
    client.force_login(cast.nour())
    return client


@pytest.fixture
def reviewer(the_cast: None, db: None) -> Client:
    """The desk as Ben, a reviewer, sees it."""
    client = Client()
    client.force_login(cast.ben())
    return client
