// What an application does with the package: one import.
import "partner-fit";
