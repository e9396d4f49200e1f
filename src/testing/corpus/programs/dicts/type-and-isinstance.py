d = {}
print(type(d), type(d) == dict, isinstance(d, dict), isinstance([], dict), type(d.keys()), type(d.items()))
# expect: <class 'dict'> True True False <class 'dict_keys'> <class 'dict_items'>
