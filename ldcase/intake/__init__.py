"""Own data: files people bring, read and checked row by row, told without revealing small groups."""
