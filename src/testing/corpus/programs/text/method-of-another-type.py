print(str.upper(5))  # fault: no-method
