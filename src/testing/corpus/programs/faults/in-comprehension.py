a = [1, 0]
b = [
    1 / x  # fault: division-by-zero
    for x in a
]
