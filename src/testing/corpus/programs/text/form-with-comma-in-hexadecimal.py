print(f"{255:,x}")  # fault: bad-format
