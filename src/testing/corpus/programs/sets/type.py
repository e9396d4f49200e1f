print(type({1}), type({1}) == set, isinstance({1}, set), isinstance(frozenset(), set), isinstance({}, set))
# expect: <class 'set'> True True False False
