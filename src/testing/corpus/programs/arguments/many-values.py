def count(*args):
    return len(args)
print(count(*range(200)), count(*[1] * 50, *[2] * 50))
# expect: 200 100
