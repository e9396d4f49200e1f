print ",".join(["a", 2]) # fault: element-type
