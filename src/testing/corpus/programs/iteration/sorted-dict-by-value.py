ages = {"ann": 30, "bob": 25, "cid": 35}
print(sorted(ages, key=lambda name: ages[name]))
print(sorted(ages.items(), key=lambda item: item[1], reverse=True))
print(max(ages, key=lambda name: ages[name]))
# expect: ['bob', 'ann', 'cid']
# expect: [('cid', 35), ('ann', 30), ('bob', 25)]
# expect: cid
