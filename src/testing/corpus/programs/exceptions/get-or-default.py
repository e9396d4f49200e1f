# The usual ways with a dictionary.
ages = {"ann": 30}
def age(name):
    try:
        return ages[name]
    except KeyError:
        return -1
print(age("ann"), age("bob"))

# expect: 30 -1
