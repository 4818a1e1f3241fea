"""`python -m boardmine`."""

from boardmine.cli import main

if __name__ == "__main__":
    main()
