d = {"a": 1, "q": "it's"}
print("%s" % d, str(d) + "!")
# expect: {'a': 1, 'q': "it's"} {'a': 1, 'q': "it's"}!
