print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} == {"a": 1.0}, {"a": 1} != {"a": 2}, {} == {})
print({"a": 1} == [("a", 1)], {"a": {"b": [1]}} == {"a": {"b": [1]}})
# expect: True True True True
# expect: False True
