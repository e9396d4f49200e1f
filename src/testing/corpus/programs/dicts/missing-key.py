d = {"a": 1}
print("before")
print(d["b"])  # fault: key-not-found
# expect: before
