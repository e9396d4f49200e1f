ages = {"ann": 31, "bob": 27, "cid": 44}
for name in ages:
    print(name)
for name in ages.keys():
    print(name, ages[name])
# expect: ann
# expect: bob
# expect: cid
# expect: ann 31
# expect: bob 27
# expect: cid 44
