def main():
    print("running")
if __name__ == "__main__":
    main()
print(__name__)
# expect: running
# expect: __main__
