class Fixed:
    def get(self):
        return 5
    value = property(get)
    nothing = property()
fixed = Fixed()
print(fixed.value)
try:
    fixed.value = 6
except AttributeError:
    print("cannot be set")
try:
    print(fixed.nothing)
except AttributeError as e:
    print(e)
# expect: 5
# expect: cannot be set
# expect: property 'nothing' of 'Fixed' object has no getter
