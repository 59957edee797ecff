"""GR2xx, kinds (文种): what a report of its kind must have, in which order, under which titles."""
