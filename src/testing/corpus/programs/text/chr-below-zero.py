print(chr(-1))  # fault: code-range
