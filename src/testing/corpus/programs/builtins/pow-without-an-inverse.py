print(pow(2, -1, 4))  # fault: math-domain
