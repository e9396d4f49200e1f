print(isinstance(1, (str, "int")))  # fault: element-type
