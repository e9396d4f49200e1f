# Under a try that takes NameError a name that means nothing is no error before it is reached.
try:
    print(nothing)
except NameError as e:
    print(e)
try:
    nothing(1, 2)
except Exception as e:
    print(type(e).__name__)
try:
    x = nothing.attribute + 1
except:
    print("caught")


def helper():
    return nowhere + 1


def caller():
    return helper()


try:
    caller()
except NameError as e:
    print(e)
try:
    (lambda: unknown)()
except NameError as e:
    print(e)
# expect: name 'nothing' is not defined
# expect: NameError
# expect: caught
# expect: name 'nowhere' is not defined
# expect: name 'unknown' is not defined
