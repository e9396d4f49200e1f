print("a".translate({97: -1}))  # fault: code-range
