people = [{"name": "ann", "age": 3}, {"name": "bob", "age": 1}]
print(people[1]["name"], [p["age"] for p in people])
print(({"a": 1}, {}))
# expect: bob [3, 1]
# expect: ({'a': 1}, {})
