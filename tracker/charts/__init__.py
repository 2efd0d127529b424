"""Claims → series → drawing: a static SVG for the page and a Plotly figure, both from the same dataclasses."""
