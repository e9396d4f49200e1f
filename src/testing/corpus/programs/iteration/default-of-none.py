print(next(iter([]), None))
print(next(iter([None]), 1))
# expect: None
# expect: None
