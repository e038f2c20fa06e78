"""Engines that hold the index, behind one Protocol (``base``)."""
