print(bool(set()), bool({0}), not set())
if not {}.keys():
    print("empty")
# expect: False True True
# expect: empty
