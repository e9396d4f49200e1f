# A function has the attributes that the program gives it.
def hit():
    hit.count += 1
    return hit.count
hit.count = 0
hit()
print(hit(), hit.count, hit.__dict__)
setattr(hit, "limit", 9)
print(getattr(hit, "limit"), hasattr(hit, "other"), getattr(hit, "other", None))
del hit.limit
print(hasattr(hit, "limit"), hit.__name__)

# expect: 2 2 {'count': 2}
# expect: 9 False None
# expect: False hit
