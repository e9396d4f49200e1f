import sys
name = input("Your name? ")
print("hello", name, end="")
print(" and", sys.stdin.readline().strip())

try:
    input()
except EOFError as error:
    print(error)
sys.exit(3)
# stdin: Ann
# stdin: Bob
# What is printed before a question is a part of it.
# expect host:  and Bob
# expect host: there is no more input
# outcome: failed
