print(f"{5:.2}")  # fault: bad-format
