"""Prints the times of reductions and operations of mapped stacks in a warm page cache: ours and peers."""
from measure import main

main()
