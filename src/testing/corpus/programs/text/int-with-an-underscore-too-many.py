print(int("1__0"))  # fault: not-a-number
