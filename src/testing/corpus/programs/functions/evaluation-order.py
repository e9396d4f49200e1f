# A variable's value is the one it had when it was reached, whatever a call after it changes.
x = 1
def change():
    global x
    x = 10
    return 5
print x + change()
# expect: 6
x = 1
print change() + x
# expect: 15
x = 1
a = [x, change(), x]
print a
# expect: [1, 5, 10]
x = 1
print x < change(), x
# expect: True 10
x = 1
x += change()
print x
# expect: 6
x = 1
y = (x, change())[0] * x
print y
# expect: 10
items = [1, 2, 3]
def replace():
    global items
    items = [7, 8, 9]
    return 0
print items[replace()], items
# expect: 1 [7, 8, 9]
