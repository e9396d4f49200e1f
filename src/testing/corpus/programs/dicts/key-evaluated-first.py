def say(x):
    print("say", x)
    return x
d = {say("k"): say("v"), say(1): say(2)}
print(d)
# expect: say k
# expect: say v
# expect: say 1
# expect: say 2
# expect: {'k': 'v', 1: 2}
