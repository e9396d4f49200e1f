print(pow(2, 3, 0))  # fault: math-domain
