options = {"b": 2, "c": 3}
print(dict(a=1, **options)) # expect: {'a': 1, 'b': 2, 'c': 3}
print(dict([("z", 0), ("b", 1)], **options)) # expect: {'z': 0, 'b': 2, 'c': 3}
print(dict(**options, d=4)) # expect: {'b': 2, 'c': 3, 'd': 4}
copy = dict(**options)
copy["b"] = 0
print(options["b"], copy["b"]) # expect: 2 0

def made(**given):
    return dict(given, **options)

print(made(b=9, e=5)) # expect: {'b': 2, 'e': 5, 'c': 3}
