"""The way through a network: followed, cut, gone back and forward."""

from hypothesis import given
from hypothesis import strategies as st

from cnnviz.pages.network.model import trail
from cnnviz.pages.network.model.trail import Place, Way

C3, S2, C1, PICTURE = (
    Place(layer, channel, (1, 2))
    for layer, channel in (("c3", 13), ("s2", 0), ("c1", 0), ("input", 0))
)


def way_to(*places: Place) -> Way:
    way = trail.opened(Way(), places[0])
    for place in places[1:]:
        way = trail.followed(way, place)
    return way


def test_that_what_is_followed_is_added_and_what_is_opened_begins_anew() -> None:
    way = way_to(C3, S2, C1)
    assert way.trail == (C3, S2, C1)
    assert way.place == C1
    assert trail.opened(way, PICTURE).trail == (PICTURE,)


def test_that_back_and_forward_lead_through_what_was_seen() -> None:
    way = way_to(C3, S2)
    back = trail.went_back(way)
    assert back.trail == (C3,)
    assert trail.went_back(trail.went_back(trail.went_back(back))).trail == ()
    assert trail.went_forward(back).trail == (C3, S2)
    assert not trail.went_forward(back).can_go_forward
    on = trail.followed(back, C1)
    assert on.trail == (C3, C1)
    assert not on.can_go_forward  # what lay ahead is forgotten


def test_that_up_leaves_one_number_after_the_other_and_then_the_map() -> None:
    way = way_to(C3, S2, C1)
    trails = []
    for _ in range(4):
        way = trail.went_up(way)
        trails.append(way.trail)
    assert trails == [(C3, S2), (C3,), (), ()]
    assert trail.went_back(way).trail == (C3,)


def test_that_a_part_of_the_path_cuts_what_comes_after_it() -> None:
    way = way_to(C3, S2, C1)
    assert trail.cut(way, 1).trail == (C3,)
    assert trail.cut(way, 0).trail == ()
    assert trail.cut(way, 3) is way


def test_that_a_step_across_the_map_takes_the_place_of_the_one_before() -> None:
    way = way_to(C3, S2)
    for column in range(300):
        way = trail.moved(way, (0, column))
    assert way.trail == (C3, Place("s2", 0, (0, 299)))
    assert trail.went_back(way).trail == (C3,)
    other = trail.turned(way, 4)
    assert other.trail[-1] == Place("s2", 4, (0, 299))
    assert len(other.trails) == len(way.trails)


def test_that_nothing_moves_where_nothing_is_open() -> None:
    empty = Way()
    assert trail.moved(empty, (0, 0)) is empty
    assert trail.turned(empty, 1) is empty
    assert trail.closed(empty) is empty
    assert not empty.can_go_back


def test_that_a_place_says_its_number_with_as_many_axes_as_there_are() -> None:
    assert C3.at(3) == (13, 1, 2)
    assert Place("f6", 20, (0, 0)).at(1) == (20,)
    assert Place("c5", 7).at(3) == (7, 0, 0)


places = st.builds(
    Place, st.sampled_from(["c1", "c3"]), st.integers(0, 5), st.just((0, 0))
)
ways = st.lists(
    st.one_of(
        st.tuples(
            st.sampled_from([trail.opened, trail.followed, trail.turned]), places
        ),
        st.tuples(
            st.sampled_from([trail.went_back, trail.went_forward, trail.went_up]),
            st.none(),
        ),
    ),
    max_size=60,
)


@given(ways)
def test_that_the_way_always_stands_somewhere_on_itself(steps: list[tuple]) -> None:
    way = Way()
    for step, place in steps:
        if place is None:
            way = step(way)
        else:
            way = step(way, place.channel if step is trail.turned else place)
        assert 0 <= way.index < len(way.trails)
        assert way.can_go_back == (trail.went_back(way).index < way.index)
        assert (way.place is None) == (way.trail == ())
