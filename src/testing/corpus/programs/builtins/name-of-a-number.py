x = 5
print(x.__name__)  # fault: no-method
