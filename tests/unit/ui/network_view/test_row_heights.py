"""Maps take what single numbers have no use for."""

from cnnviz.engine.networks.catalogue import LENET5
from cnnviz.ui.network_view.network_stages import stages
from cnnviz.ui.network_view.row_heights import row_heights
from cnnviz.ui.tiles.tile_geometry import arrange


def test_that_numbers_do_not_grow_while_maps_are_small() -> None:
    rows = stages(LENET5)
    is_map = [stage[0].tiles[1] != (1, 1) for stage in rows]
    assert is_map == [True, True, False, False]
    for height in range(444, 1000, 24):
        heights = row_heights(rows, 216, height)
        _, sixteen, numbers, _ = (
            arrange(*stage[0].tiles, 210, own - 6).width
            for stage, own in zip(rows, heights, strict=True)
        )
        assert sixteen >= 4 * numbers, height
        assert sum(heights) <= height + 12
