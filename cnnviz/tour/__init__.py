"""The tour: a script that uses the real window as a hand would, and keeps pictures."""
