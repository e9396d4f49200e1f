# A method is a value before it is called.
names = []
add = names.append
for name in ("ann", "ben"):
    add(name)
up = "x-ray".upper
print(names, up(), add.__name__)

# expect: ['ann', 'ben'] X-RAY append
