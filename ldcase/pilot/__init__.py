"""A pilot: how large, worth what, decided by which result; and what its result does to the forecast."""
