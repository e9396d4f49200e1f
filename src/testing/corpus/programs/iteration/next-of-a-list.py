print(next([1, 2]))  # fault: not-an-iterator
