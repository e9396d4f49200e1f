print(f"{'a':+}")  # fault: bad-format
