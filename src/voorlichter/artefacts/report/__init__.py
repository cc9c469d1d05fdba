"""The annual report: what an advisor tells the board in numbers, without anybody being recognised in them."""
